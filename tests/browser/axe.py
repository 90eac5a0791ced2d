"""How a page is looked at: axe-core and its rules, the widths and themes, and a script that opens what is folded."""

from pathlib import Path

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [320, 390, 768, 1280, 1920]
THEMES = {390: "dark", 1280: "light"}  # the width at which a theme is looked at
UNFOLD = "document.querySelectorAll('details').forEach(d => { d.open = !d.matches('.menu') })"
