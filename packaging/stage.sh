#!/usr/bin/env bash
# Run one stage of the checks under a visible heading, with its time: stage.sh NAME COMMAND...
name=$1
shift
printf '\n== %s\n' "$name"
start=$(date +%s%N)
"$@"
status=$?
tenths=$((($(date +%s%N) - start) / 100000000))
if [ "$status" -eq 0 ]; then word=passed; else word=FAILED; fi
printf '== %s %s in %d.%d s\n' "$name" "$word" $((tenths / 10)) $((tenths % 10))
exit "$status"
