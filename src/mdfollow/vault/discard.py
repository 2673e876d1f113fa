"""Taking away a file that holds nothing of hers, never one she has just written into."""

from mdfollow.vault import temporary
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.reading import Refused
from mdfollow.vault.system import System
from mdfollow.vault.write import MEANWHILE, Swap


class Discard(Swap):
    """One removal under way, checked as closely as a replacement by an empty file."""

    def __init__(self, system: System, folder: int, name: str, fd: int, base: bytes) -> None:
        super().__init__(system, folder, name, fd, base, b"")

    def run(self) -> None:
        """Do it, or raise Refused; `rescued` then names the file that keeps what she saved."""
        temp = temporary.temporary_for(self.name).complete(self.base, self.new).name
        try:
            lease = self._lease()
            self._expect_base()
            self.system.rename(self.name, temp, src_dir_fd=self.folder, dst_dir_fd=self.folder)
            if not self._is_base(temp) or not self._stays_base(lease):
                self.rescued = temporary.keep(self.system, self.folder, temp, self.name)
                raise Refused(Verdict.CHANGED, MEANWHILE)
            self.system.unlink(temp, dir_fd=self.folder)
        finally:
            self._release()
