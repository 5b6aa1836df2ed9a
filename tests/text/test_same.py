"""The same letter under another name, in another form, to the other chamber."""

from kamergraaf.source import SourceFile
from kamergraaf.text import letter
from kamergraaf.text.same import body_key, number
from tests.text.readers.test_same_letter import FORMS, TXT, made

MORE = "Het kabinet zal de Kamer voor de zomer informeren over de voortgang van de missie. " * 6


def test_the_other_chamber_and_the_other_forms() -> None:
    txt = TXT.replace("## Inzet", f"{MORE}\n\n## Inzet")
    one, _ = made("brief.md", txt)
    other, _ = made(
        "ek.md",
        txt.replace("Tweede", "Eerste").replace("29 521\n", "33 694\n").replace("456", "AB"),
    )
    assert (number(one), number(other)) == ("kst-29521-456", "kst-33694-AB")
    assert one.text != other.text
    assert body_key(one) == body_key(other) is not None
    for name, text in FORMS.items():
        given = text.replace("2,5 miljoen.", f"2,5 miljoen. {MORE}")
        with_more = TXT.replace("2,5 miljoen.", f"2,5 miljoen. {MORE}")
        assert body_key(made(name, given)[0]) == body_key(made("a.md", with_more)[0]), name


def test_another_text_is_another_letter() -> None:
    one = letter(SourceFile("a.txt", "0" * 64, MORE))
    other = letter(SourceFile("a.txt", "0" * 64, MORE.replace("zomer", "winter")))
    assert body_key(one) != body_key(other)
    assert number(one) is None


def test_a_short_letter_is_never_the_same() -> None:
    assert (
        body_key(letter(SourceFile("a.txt", "0" * 64, "Hierbij bied ik u het rapport aan.")))
        is None
    )
