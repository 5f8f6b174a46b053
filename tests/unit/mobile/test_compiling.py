"""Where the compiled search is kept, also where nothing may be written."""

from naravard.mobile.routing.kernel.compiling import writable


def test_compiled_code_lies_where_it_is_asked_for(tmp_path):
    folder = tmp_path / "kept" / "here"

    assert writable(folder) == folder
    assert folder.is_dir()


def test_what_may_only_be_read_is_copied(tmp_path, monkeypatch):
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "anneal.nbc").write_bytes(b"code")
    monkeypatch.setattr(
        "naravard.mobile.routing.kernel.compiling.TemporaryFile", _may_not
    )

    copy = writable(folder)

    assert copy != folder
    assert (copy / "anneal.nbc").read_bytes() == b"code"
    assert copy.parent.stat().st_mode & 0o077 == 0


def test_where_there_is_no_folder_the_code_is_kept_for_a_while(tmp_path):
    in_the_way = tmp_path / "kept"
    in_the_way.write_text("a file")

    copy = writable(in_the_way / "here")

    assert list(copy.iterdir()) == []


def _may_not(**_where):
    raise PermissionError
