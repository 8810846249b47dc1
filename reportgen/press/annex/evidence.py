"""How each indicator was counted: the evidence page, and the definitions beside each figure."""

from __future__ import annotations

from reportgen.model.annexes import Definition
from reportgen.model.packs import ProofFact
from reportgen.model.spec import Rounding
from reportgen.press import wording
from reportgen.press.annex.voice import Voice


def define(proof: ProofFact, rounding: Rounding, voice: Voice) -> Definition:
    """What the evidence page says of one indicator."""
    evidence = proof.evidence
    return Definition(
        code=proof.seen.indicator,
        title=voice.title(evidence),
        definition=evidence.definition.read(voice.language),
        unit=voice.unit(evidence),
        period=voice.period(evidence),
        filter=wording.selection(evidence.filter, voice.language),
        source=evidence.source,
        files=proof.files,
        rows=proof.seen.rows,
        rounding=_rounding(proof, rounding, voice),
        additive=proof.additive,
    )


def _rounding(proof: ProofFact, rounding: Rounding, voice: Voice) -> str:
    """How the value stands here, and how far a letter may round it down."""
    value, evidence = proof.seen.value, proof.evidence
    if value is None:
        return voice.words["not_recorded"]
    if evidence.is_share:
        return voice.words["annex_rounding_share"]
    low = wording.rounded(value, rounding) if value >= 0 else value
    if low == value:
        return voice.words["annex_exact"]
    low_said = wording.exact(low, voice.language)
    return voice.words["annex_rounding"].format(value=voice.number(value, evidence), rounded=low_said)
