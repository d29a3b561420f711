"""An emulator of «Сетевой город. Образование»: its pages, its manners, and the truth about them."""
