#!/bin/sh
# Put the unpacked program into the user's own folders; no root is needed. Run by the .run file.
#
#   sh MedDx-Desktop.run                       install, or install over an older version
#   ~/.local/share/meddx-desktop/uninstall.sh  remove it again; the case store stays
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$data/meddx-desktop
commands=$HOME/.local/bin

if [ -e "$place" ] && [ ! -e "$place/meddx/meddx-desktop" ]; then
  echo "MedDx Desktop: $place holds something else; nothing was changed." >&2
  exit 1
fi

if pgrep -u "$(id -u)" -f "^$place/meddx/meddx" > /dev/null 2>&1; then
  echo "MedDx Desktop is running. Close it, then start this file again; nothing was changed." >&2
  exit 1
fi

# The new copy is whole before the old one goes: a power cut leaves one of the two.
rm -rf "$place.new"
mkdir -p "$place.new"
cp -R "$here/meddx" "$place.new/meddx"
cp "$here/uninstall.sh" "$place.new/uninstall.sh"
chmod +x "$place.new/uninstall.sh"
rm -rf "$place.old"
if [ -e "$place" ]; then mv "$place" "$place.old"; fi
mv "$place.new" "$place"
rm -rf "$place.old"

mkdir -p "$commands" "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps" \
  "$data/icons/hicolor/256x256/apps" "$data/man/man1"
ln -sf "$place/meddx/meddx" "$commands/meddx"
ln -sf "$place/meddx/meddx-desktop" "$commands/meddx-desktop"
# A desktop entry quotes a path with spaces, and doubles its percent signs.
quoted=$(printf '%s' "$place/meddx/meddx-desktop" | sed 's/%/%%/g; s/[&|\\]/\\&/g')
sed "s|^Exec=meddx-desktop|Exec=\"$quoted\"|" "$here/meddx-desktop.desktop" \
  > "$data/applications/meddx-desktop.desktop"
cp "$here/meddx-desktop.xml" "$data/mime/packages/meddx-desktop.xml"
cp "$here/meddx-desktop.svg" "$data/icons/hicolor/scalable/apps/meddx-desktop.svg"
cp "$here/meddx-desktop.png" "$data/icons/hicolor/256x256/apps/meddx-desktop.png"
cp "$here/meddx.1.gz" "$data/man/man1/meddx.1.gz"
if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications"; fi

echo "MedDx Desktop is installed. Start it from the menu, or with: $commands/meddx-desktop"
missing=$(ldd "$place/meddx/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" 2> /dev/null |
  sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u | tr '\n' ' ')
if [ -n "$missing" ]; then
  echo "This system lacks libraries that a window needs: $missing" >&2
  echo "Ask whoever looks after it to install them (Debian, Ubuntu: the .deb file brings them)." >&2
fi
