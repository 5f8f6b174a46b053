"""Makes ready beside the lake's tables what is dear and the same for every period."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from naravard.indicators.blocks import PREPARED
from naravard.indicators.definition import Indicator
from naravard.indicators.engine.composing import blocks_of
from naravard.indicators.engine.dividing import Division
from naravard.indicators.engine.prepared import Fragment, fragment_of, fragment_path
from naravard.indicators.engine.running import WITHOUT_ROWS, DuckEngine
from naravard.indicators.lake.layout import (
    BUCKETS,
    PREPARED_FOLDER,
    UNFINISHED,
    bucket_folder,
)
from naravard.indicators.periods import read_period

AT_ONCE = 4  # buckets, so that memory has a bound
ANY_PERIOD = read_period("2000")  # what is prepared is the same for all
BY_PLACE = Division(places=("municipality",))


def prepare_lake(
    lake: Path,
    indicators: Iterable[Indicator],
    buckets: Sequence[int] = range(BUCKETS),
) -> int:
    """Write what is not ready, of the buckets whose facts have changed.

    Returns how many files were written; what no definition asks for is removed.
    """
    fragments = list(fragments_of(indicators))
    _remove_others(lake / PREPARED_FOLDER, {each.folder for each in fragments})
    return sum(
        _prepare(lake, fragment, some)
        for fragment in fragments
        for some in _stale(lake, fragment, buckets)
    )


def fragments_of(indicators: Iterable[Indicator]) -> Iterator[Fragment]:
    """Each different one of the blocks that may stand ready."""
    seen = set()
    for indicator in indicators:
        blocks = blocks_of(indicator, ANY_PERIOD, BY_PLACE, {})
        for name, _ in blocks:
            fragment = fragment_of(blocks, name)
            if name in PREPARED and fragment.sql not in seen:
                seen.add(fragment.sql)
                yield fragment


def _stale(
    lake: Path, fragment: Fragment, buckets: Sequence[int]
) -> Iterator[list[int]]:
    """The buckets where it is not ready, some at a time."""
    stale = [
        bucket
        for bucket in buckets
        if (path := fragment_path(lake, fragment, bucket)) and not path.is_file()
    ]
    yield from (stale[n : n + AT_ONCE] for n in range(0, len(stale), AT_ONCE))


def _prepare(lake: Path, fragment: Fragment, buckets: Sequence[int]) -> int:
    made = lake / PREPARED_FOLDER / f"{fragment.folder}{UNFINISHED}"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    # One thread gives one file a bucket.
    with closing(DuckEngine(lake, buckets=buckets, threads=1)) as engine:
        engine.write(fragment.sql, made, order=PREPARED[fragment.name])
    for bucket in buckets:
        _take_over(lake, fragment, bucket, made)
    shutil.rmtree(made)
    return len(buckets)


def _take_over(lake: Path, fragment: Fragment, bucket: int, made: Path) -> None:
    """Put the bucket's new file in place of any it had; one without rows is empty."""
    path = fragment_path(lake, fragment, bucket)
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.iterdir():
        old.unlink()
    new = next((made / bucket_folder(bucket)).glob("*.parquet"), None)
    if new is None:
        shutil.copy(made / WITHOUT_ROWS, path)
    else:
        new.replace(path)


def _remove_others(home: Path, used: set[str]) -> None:
    for folder in home.glob("*"):
        if folder.name not in used:
            shutil.rmtree(folder)
