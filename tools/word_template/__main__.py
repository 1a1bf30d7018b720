"""Write the template into resources/."""

from pathlib import Path

from tools.word_template.package import template

TARGET = Path(__file__).resolve().parents[2] / "resources" / "word" / "Vorlage.docx"


def main() -> None:
    """Write the template where the program looks for it."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(template())
    print(f"Die Word-Vorlage steht in {TARGET.name}.")


if __name__ == "__main__":
    main()
