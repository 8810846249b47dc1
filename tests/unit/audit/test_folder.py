"""The files of an output folder: there, whole, and named."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportgen.audit.folder import read_files
from reportgen.audit.readings import Entry

CONTENT = b"as built"


def entry(path: str, content: bytes = CONTENT) -> Entry:
    return Entry(path, "letters", "en", hashlib.sha256(content).hexdigest(), ())


def told(folder: Path, *entries: Entry) -> list[str]:
    return [f"{fault.where}: {fault.what}" for fault in read_files(folder, entries)[1]]


def test_a_file_as_it_was_built_is_read_and_no_fault(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "oslo.pdf").write_bytes(CONTENT)
    for ours in (".lock", "manifest.json", "letters/.part-abc"):
        (tmp_path / ours).write_bytes(b"")
    assert read_files(tmp_path, (entry("letters/oslo.pdf"),)) == ({"letters/oslo.pdf": CONTENT}, ())


def test_a_missing_a_changed_and_an_unnamed_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"not as built")
    (tmp_path / "b.pdf").write_bytes(CONTENT)
    missing, changed, unnamed = sorted(told(tmp_path, entry("a.pdf"), entry("c.pdf")), reverse=True)
    assert missing == "c.pdf: is named in the manifest, and is not there"
    assert changed.startswith("b.pdf: is in the folder, and the manifest does not name it")
    assert unnamed.startswith("a.pdf: is not the file that was built: its SHA-256 differs; it was last changed 2")


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    folder, secret = tmp_path / "2018", tmp_path / "secret.pdf"
    folder.mkdir()
    secret.write_bytes(CONTENT)
    (folder / "linked.pdf").symlink_to(secret)
    contents, faults = read_files(folder, (entry("../secret.pdf"), entry("linked.pdf"), entry(str(secret))))
    assert contents == {}
    assert [fault.what for fault in faults] == [
        "is named in the manifest, and is not there",
        "leads out of the output folder",
        "is named in the manifest, and is not there",
    ]
