"""Where the reader's words may lie: private directories, private files, local file systems."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
SHARED = frozenset(
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
        "vmhgfs",
    }
)
"""File systems that other machines may write to: shared memory, and so WAL, does not work there."""
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private_directory(path: Path) -> None:
    """Makes `path` and its missing parents with mode 0700. Raises OSError."""
    if path.is_dir():
        return
    if path.parent != path:
        make_private_directory(path.parent)
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        if not path.is_dir():
            raise


def make_private_file(path: Path) -> None:
    """Makes an empty `path` with mode 0600, and never opens one that is there. Raises OSError.

    Closing a database file behind SQLite's back would drop its locks.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return


def objection(directory: Path) -> str:
    """Why nothing should be written to `directory`, or an empty text. Raises OSError.

    A directory that others may read is made private where the file system allows it.
    """
    status = directory.stat()
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        return "belongs to another user"
    if os.name == "posix" and status.st_mode & OTHERS_WRITE:
        return f"can be written by others (make it private: chmod 700 {directory})"
    if not os.access(directory, os.W_OK | os.X_OK):
        return "cannot be written"
    if os.name == "posix" and status.st_mode & OTHERS:
        keep_private(directory, 0o700)
    return ""


def keep_private(path: Path, mode: int) -> None:
    """Takes access away from others; some file systems have no modes, and refuse."""
    try:
        path.chmod(mode)
    except OSError:
        return


def is_local(path: Path, mounts: str | None = None) -> bool:
    """Whether `path` lies on a file system of this machine alone, as far as can be known.

    `mounts` is the text of /proc/self/mountinfo, where the system has it; see proc(5).
    """
    if mounts is None:
        try:
            mounts = MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return os.name == "posix" and not Path("/proc").is_dir()
    return file_system(path.resolve(), mounts) not in SHARED | {""}


def file_system(path: Path, mounts: str) -> str:
    """The type of file system that holds `path`; empty when no mount does."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields, _, rest = line.partition(" - ")
        parts = fields.split(" ")
        if len(parts) < 5 or not rest:
            continue
        point = Path(_unescaped(parts[4]))
        # A later mount on the same point covers an earlier one.
        if path.is_relative_to(point) and len(point.parts) >= longest:
            longest, kind = len(point.parts), rest.split(" ")[0]
    return kind


def _unescaped(field: str) -> str:
    """A mount point without the octal escapes of mountinfo, which has 040 for a space."""
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, char)
    return field


def sync_directory(path: Path) -> None:
    """Makes names in `path` durable, where the system can."""
    if os.name != "posix":
        return
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
