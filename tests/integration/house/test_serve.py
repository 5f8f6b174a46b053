"""`naravard serve` answers, says what is wrong in a sentence, and stops cleanly."""

import os
import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.architecture.source import ROOT


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture
def serve(folder, port):
    """Starts `naravard serve` on a database of its own, without the demo county."""
    started = []
    environment = {
        **os.environ,
        "NARAVARD_MODE": "development",
        "NARAVARD_DEMO": "0",
        "NARAVARD_DATA": str(folder),
        "DATABASE_URL": "",
        "PORT": str(port),
    }

    def start() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "naravard", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield start
    stop_all(started)


def stop_all(processes: list[subprocess.Popen[str]]) -> None:
    running = [process for process in processes if process.poll() is None]
    for process in running:
        process.terminate()
        process.communicate()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    lines = []
    for line in process.stdout:
        lines.append(line)
        if words in line:
            break
    return "".join(lines)


def database_runs(folder) -> bool:
    return (folder / "postgres" / "postmaster.pid").exists()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_and_stops_when_asked(serve, port, folder, sign):
    process = serve()
    greeting = read_until(process, "Nära svarar på")

    with urlopen(f"http://127.0.0.1:{port}/") as page:
        status = page.status
    process.send_signal(sign)
    farewell, _ = process.communicate()

    assert f"http://127.0.0.1:{port}/" in greeting
    assert status == 200
    assert "Nära stannar" in farewell
    assert process.returncode == 0
    assert not database_runs(folder)


def test_a_busy_port_is_told_in_a_sentence(serve, port):
    with socket.create_server(("127.0.0.1", port)):
        answer, _ = serve().communicate()

    assert f"Port {port} används redan av ett annat program." in answer
    assert "Traceback" not in answer


def test_it_starts_again_after_being_killed(serve):
    killed = serve()
    read_until(killed, "Nära svarar på")
    killed.kill()
    killed.communicate()

    greeting = read_until(serve(), "Nära svarar på")

    assert "Nära svarar på" in greeting
