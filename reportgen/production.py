"""The documents of one build, from the plan to the files: what stands is kept, what differs is made, each is filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportgen.engines import versions
from reportgen.executors import Run
from reportgen.handover.fingerprints import Values, part_digests
from reportgen.handover.journal import Journal, end_journal, open_journal
from reportgen.handover.reasons import why_made, why_not
from reportgen.handover.standing import Standing, Task, task_for
from reportgen.manifest.head import FILE
from reportgen.manifest.rows import file_entry
from reportgen.manifest.write import write_manifest
from reportgen.model.documents import Document
from reportgen.model.records import Failed, Filed, Fingerprint, Manifest, Printed, Result
from reportgen.orders import Order, Outcome, Progress, Tell
from reportgen.press.parts import WORDED, parts_of
from reportgen.press.trim import Trimmer

TEMPLATES = "templates/"


@dataclass(slots=True)
class Production:
    """One build under way: what stood before, what is filed by now, and why."""

    order: Order
    standing: Standing
    inputs: Mapping[str, str]
    filed: dict[str, Filed] = field(default_factory=dict)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)

    def print(self, documents: tuple[Document, ...], trimmer: Trimmer, run: Run, tell: Tell) -> None:
        """Make the documents that differ from what stands, and file each as it comes."""
        tasks = {task.document.path: task for task in self._tasks(documents, trimmer)}
        for task in tasks.values():
            if task.job is None:
                self._keep(task)
        jobs = [task.job for task in tasks.values() if task.job]
        if not jobs:
            return  # nobody waits for workers that are still warming up
        with open_journal(self.standing.store.folder) as journal:
            for done, result in enumerate(run(jobs), 1):
                self._file(result, tasks[result.path], journal)
                tell(Progress(done, len(jobs), result.path))

    def _tasks(self, documents: tuple[Document, ...], trimmer: Trimmer) -> Iterator[Task]:
        values, engines = Values(), versions()
        files = {name.removeprefix(TEMPLATES): sha for name, sha in self.inputs.items() if name.startswith(TEMPLATES)}
        known: dict[tuple[str, str, object], tuple[tuple[str, str], ...]] = {}
        for document in documents:
            trimmed = trimmer.trim(document)
            key = (trimmed.template, trimmed.language, getattr(trimmed, "form", None))
            if key not in known:
                known[key] = part_digests(parts_of(trimmed, files), files, engines)
            now = Fingerprint(values.digest(trimmed), known[key])
            yield task_for(trimmed, now, self.standing, WORDED, self.order.force)

    def _keep(self, task: Task) -> None:
        kept = task.kept
        if kept is not None:
            self.filed[kept.path] = kept
            self.unchanged.append(kept.path)
            self.why[kept.path] = why_not(task)

    def _file(self, result: Result, task: Task, journal: Journal) -> None:
        if isinstance(result, Failed):
            self.failed.append(result)
            self.why[result.path] = f"failed: {result.reason}"
        elif isinstance(result, Printed):
            self._write(result, task, journal)
        else:
            self._keep(task)

    def _write(self, printed: Printed, task: Task, journal: Journal) -> None:
        """Put the file under its name, unless it stands there to the byte, and note it."""
        filed, told = file_entry(printed, replace(task.now, words=printed.words))
        self.told |= told
        self.filed[filed.path] = filed
        self.why[filed.path] = why_made(task, filed, {**self.standing.told, **told})
        if self.standing.found(filed.path) == filed.sha256 and not self.order.force:
            self.unchanged.append(filed.path)
        else:
            self.standing.store.write(filed.path, printed.content)
            self.made.append(filed.path)
        journal.note(filed, told)

    def close(self, manifest: Manifest, planned: tuple[str, ...], recipients: frozenset[str]) -> Outcome:
        """Write the manifest, which ends the build; `planned` gives the order, `recipients` who still receives."""
        if any(self.order.asked):
            self._keep_others(recipients)
        left_over = self.standing.left_over({*self.filed, *planned})
        pruned = tuple(left_over) if self.order.prune else ()
        for path in pruned:
            self.standing.store.remove(path)
        manifest = replace(
            manifest,
            printed=tuple(sorted(self.filed.values(), key=_place)),
            failed=tuple(sorted(self.failed, key=lambda failed: failed.path)),
            told={**self.standing.told, **self.told},
            left_over=() if pruned else tuple(left_over.items()),
        )
        self.standing.store.write(FILE, write_manifest(manifest))
        end_journal(self.standing.store.folder)
        return self._outcome(manifest, pruned)

    def _keep_others(self, recipients: frozenset[str]) -> None:
        """Keep what was not asked for; a pack that was has no other files than those that are planned now."""
        packs = {_pack(filed) for filed in self.filed.values()} - {None}
        failed = {one.path for one in self.failed}
        for path, filed in self.standing.filed.items():
            is_other = path not in self.filed and path not in failed and _pack(filed) not in packs
            if is_other and filed.recipient in recipients and self.standing.is_whole(path, filed.sha256):
                self.filed[path] = filed

    def _outcome(self, manifest: Manifest, pruned: tuple[str, ...]) -> Outcome:
        return Outcome(
            folder=self.standing.store.folder,
            issues=manifest.issues,
            made=tuple(self.made),
            unchanged=tuple(self.unchanged),
            failed=manifest.failed,
            left_over=tuple(path for path, _ in manifest.left_over),
            pruned=pruned,
            why=tuple(sorted(self.why.items())),
        )


def _pack(filed: Filed) -> tuple[str, str] | None:
    """Whose pack a file is of, in which language; None for a letter or report, which stands alone."""
    return (filed.recipient, filed.language) if filed.document == filed.path else None


def _place(filed: Filed) -> tuple[bool, str]:
    """Letters and reports in the order of their paths, and the funder's pack, whose files are named by path, last."""
    return filed.document == filed.path, filed.path
