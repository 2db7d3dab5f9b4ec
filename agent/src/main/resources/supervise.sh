#!/bin/sh
# Watches one task for the agent, and goes on when the agent is restarted or killed.
#
# usage: supervise.sh FOLDER SETSID STDIN WORKDIR GRACE COMMAND [ARGUMENT...]
#
#   FOLDER   of the task; claim, pid, group and exit are written there, each at once and with a line end
#   SETSID   the path of setsid(1)
#   STDIN    the file that the command reads
#   WORKDIR  where the command starts
#   GRACE    tenths of a second between TERM and KILL for what the command leaves behind in its process group
#
# The names of variables are long because the command's environment is here as well and must reach it unchanged.
bourse_folder=$1 bourse_setsid=$2 bourse_stdin=$3 bourse_workdir=$4 bourse_grace=$5
shift 5

# Whoever makes the claim decides. If a restarted agent was first, it has reported that the command did not run.
set -C
: >"$bourse_folder/claim" || exit 1
set +C

read -r bourse_stat <"/proc/$$/stat"
printf '%s\n' "$bourse_stat" >"$bourse_folder/pid"

# Not in the background: there the shell would make the command ignore INT and QUIT.
(
  read -r bourse_group bourse_rest </proc/self/stat
  printf '%s\n' "$bourse_group" >"$bourse_folder/group"
  cd -- "$bourse_workdir" || exit 126
  unset OLDPWD
  exec "$bourse_setsid" "$@"
) <"$bourse_stdin" >"$bourse_folder/stdout" 2>"$bourse_folder/stderr"
bourse_status=$?

# The command is over. What is left of its process group must not outlive it.
read -r bourse_group <"$bourse_folder/group"
if kill -s TERM -- "-$bourse_group"; then
  while [ "$bourse_grace" -gt 0 ] && kill -s 0 -- "-$bourse_group"; do
    command -p sleep 0.1
    bourse_grace=$((bourse_grace - 1))
  done
  kill -s KILL -- "-$bourse_group"
fi

printf '%s\n' "$bourse_status" >"$bourse_folder/exit"
