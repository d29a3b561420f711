#!/usr/bin/env bash
# Makes sure that the Debian packages of the named needs are there:
#   python   a Python that can make a virtual environment
#   node     npm
#   browser  Chromium with its Russian texts and a font with Cyrillic
#   firefox  Firefox, which Debian packages as its long-term release
#   java     what Spark runs on
#   screen   a virtual screen and a hand for it, for the browser's own dialogs
# As root the missing ones are installed; otherwise the command that installs them is printed.
set -euo pipefail

missing=()

need() { # need PACKAGE CHECK…
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

installed() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

for what in "$@"; do
  case $what in
    python) need python3-venv python3 -c 'import ensurepip, venv' ;;
    node) need npm npm --version ;;
    browser)
      need chromium command -v chromium
      need chromium-l10n installed chromium-l10n
      need fonts-dejavu-core installed fonts-dejavu-core
      ;;
    firefox) need firefox-esr command -v firefox-esr ;;
    java) need default-jre-headless java -version ;;
    screen)
      need xvfb command -v Xvfb
      need xauth command -v xauth
      need xdotool command -v xdotool
      ;;
    *)
      echo "Неизвестная потребность: $what" >&2
      exit 2
      ;;
  esac
done

((${#missing[@]})) || exit 0

install=(apt-get install --yes --no-install-recommends "${missing[@]}")
if [[ $(id -u) -ne 0 ]]; then
  echo "Не хватает системных пакетов: ${missing[*]}" >&2
  echo "Установите их командой: sudo ${install[*]}" >&2
  exit 1
fi
echo "Устанавливаются системные пакеты: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
"${install[@]}" >/dev/null
