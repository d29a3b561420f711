"""How an advice is told: account numbers alone give no more than a preliminary one."""

from sverka.advice.vocabulary import Advice, Confidence
from sverka.texts import text


def is_preliminary(advice: Advice, confidence: Confidence) -> bool:
    """Whether the advice is shown, but never counted as something to do."""
    return confidence is Confidence.LOW and advice in (Advice.KEEP, Advice.DELETE)


def advice_words(advice: Advice, confidence: Confidence) -> str:
    """«удалить по шагам», «предварительно: удалить»."""
    kind = "preliminary" if is_preliminary(advice, confidence) else "advice"
    return text(f"words.{kind}.{advice.value}")
