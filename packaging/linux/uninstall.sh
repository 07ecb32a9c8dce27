#!/bin/sh
# Remove what install.sh put there, and nothing else: the case store stays where it is.
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$data/meddx-desktop

for name in meddx meddx-desktop; do
  link=$HOME/.local/bin/$name
  case $(readlink "$link" 2> /dev/null || true) in "$place"/*) rm -f "$link" ;; esac
done
rm -f "$data/applications/meddx-desktop.desktop" "$data/mime/packages/meddx-desktop.xml" \
  "$data/icons/hicolor/scalable/apps/meddx-desktop.svg" \
  "$data/icons/hicolor/256x256/apps/meddx-desktop.png" "$data/man/man1/meddx.1.gz"
rm -rf "$place"
if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications"; fi
echo "MedDx Desktop was removed. Your records in $data/MedDx were left alone."
