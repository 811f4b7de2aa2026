#!/bin/sh
# Make or update the environment .venv of this checkout. `make lab` and `make test` call it:
#     sh tools/environment.sh lab     what the notebooks need
#     sh tools/environment.sh test    the test tools as well
#     sh tools/environment.sh which   only print the Python that it would use
#
# Variables:
#     PYTHON=python3.12   the Python to make it with
#     TORCH=auto          PyTorch if it can be had without CUDA (the default of `lab`)
#     TORCH=yes           PyTorch, however large (the default of `test`)
#     TORCH=no            no PyTorch; what is compared with it uses recorded values
#     VENV=folder         another place than .venv
#
# POSIX sh and tools that macOS has too. Nothing here asks a question.
set -eu
cd "$(dirname "$0")/.."

kind=${1:-lab}
venv=${VENV:-.venv}
case $kind in
  lab) extras=lab torch=${TORCH:-auto} ;;
  test) extras=test torch=${TORCH:-yes} ;;
  which) extras= torch= ;;
  *)
    echo "environment.sh: '$kind' is neither lab, test nor which." >&2
    exit 2
    ;;
esac
case $torch in
  auto | yes | no | '') ;;
  *)
    echo "TORCH=$torch: expected auto, yes or no." >&2
    exit 2
    ;;
esac

say() { printf '%s\n' "$*"; }

# Prints its version, like 3.12, and succeeds if the program $1 is a Python that the course runs
# on. Shims of version managers exist that are found and then fail, so it has to be run.
suits() {
  "$1" -c 'import sys; v = sys.version_info[:2]; print("%d.%d" % v)
raise SystemExit(0 if (3, 11) <= v <= (3, 13) else 3)' 2>/dev/null
}

find_python() {
  if [ -n "${PYTHON:-}" ]; then
    if version=$(suits "$PYTHON"); then
      say "$PYTHON"
      return 0
    elif [ -n "$version" ]; then
      say "PYTHON=$PYTHON is Python $version, and the course needs 3.11 to 3.13; looking for another." >&2
    else
      say "PYTHON=$PYTHON does not run; looking for another." >&2
    fi
  fi
  for candidate in python3 python3.13 python3.12 python3.11; do
    # python3 may be too new while an older one stands beside it.
    if suits "$candidate" >/dev/null; then
      say "$candidate"
      return 0
    fi
  done
  return 1
}

no_python() {
  say "No Python 3.11, 3.12 or 3.13 was found." >&2
  say "Install one (Debian, Ubuntu: sudo apt install python3 python3-venv;" >&2
  say "macOS: brew install python@3.12), or name it: make lab PYTHON=/path/to/python3.12" >&2
  exit 1
}

if [ "$kind" = which ]; then
  find_python || no_python
  exit 0
fi

# ------------------------------------------------------------------ nothing to do?

# What was installed stands in one line: a checksum, how much (lab 1, test 2), and PyTorch (not
# asked for 0, not to be had 1, there 2). An environment with more than is asked for will do.
key="$(cat pyproject.toml constraints.txt tools/environment.sh jupyter/*.json | cksum | tr ' ' -)"
much=1 wanted=lab
[ "$kind" = lab ] || much=2 wanted="lab test bench"
case $torch in no) rank=0 ;; auto) rank=1 ;; *) rank=2 ;; esac
stamp=$venv/.installed
here=$(pwd)
{ read -r old_key old_much old_rank && read -r old_here; } 2>/dev/null <"$stamp" || old_key=
if [ "$old_key" != "$key" ] || [ "$old_here" != "$here" ]; then
  old_much=0 old_rank=0
fi
[ "$rank" = 0 ] || [ "$old_rank" -lt 2 ] || wanted="$wanted torch"

# Succeeds if the course is there with what the extras in $@ need; someone may have removed a part.
complete() {
  "$venv/bin/python" - "$@" <<'END' 2>/dev/null
import re, sys
from importlib.metadata import requires, version
for line in requires("cnnhelpers"):
    name = re.match(r"[\w.-]+", line)[0]
    extra = re.search(r"extra == .(\w+)", line)
    if name != "cnnhelpers" and (extra is None or extra[1] in sys.argv[1:]):
        version(name)
END
}

# shellcheck disable=SC2086  # several extras
if [ "$old_much" -ge "$much" ] && [ "$old_rank" -ge "$rank" ] &&
  version=$(suits "$venv/bin/python") && complete $wanted; then
  say "The environment in $venv is up to date (Python $version)."
  if [ -n "${PYTHON:-}" ] && named=$(suits "$PYTHON") && [ "$named" != "$version" ]; then
    say "It was not made with PYTHON=$PYTHON; for that, run 'make clean' first."
  fi
  exit 0
fi

# ------------------------------------------------------------------ the environment

uv=
if command -v uv >/dev/null 2>&1 && uv --version >/dev/null 2>&1; then
  uv=uv
fi

if ! suits "$venv/bin/python" >/dev/null; then
  again=
  if [ -e "$venv" ]; then
    if [ ! -f "$venv/pyvenv.cfg" ]; then
      say "$venv is in the way: it is no Python environment. Move it elsewhere and try again." >&2
      exit 1
    fi
    say "The Python in $venv does not run or is not 3.11 to 3.13, so $venv is made anew."
    again=--clear
    old_much=0 old_rank=0
  fi
  if python=$(find_python); then
    say "Making the environment in $venv with $python (Python $(suits "$python"))."
  elif [ -n "$uv" ]; then
    python=3.12
    say "No Python 3.11 to 3.13 was found; uv fetches Python 3.12 and makes $venv with it."
  else
    no_python
  fi
  if [ -n "$uv" ]; then
    # --seed puts pip in, which is what we fall back on.
    uv venv --quiet --seed $again --python "$python" "$venv"
  else
    # Debian splits ensurepip off into a package of its own.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
      say "$python cannot make environments: its modules venv and ensurepip are missing." >&2
      say "On Debian and Ubuntu: sudo apt install python3-venv" >&2
      exit 1
    fi
    "$python" -m venv $again "$venv"
  fi
fi
python=$venv/bin/python
rm -f "$stamp"

# ------------------------------------------------------------------ packages

pip_install() {
  # A .venv that uv made by hand has no pip.
  "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null
  "$python" -m pip install --quiet --disable-pip-version-check -c constraints.txt "$@"
}

uv_install() {
  program=$1
  shift
  "$program" pip install --quiet --python "$python" -c constraints.txt "$@"
}

install() {
  if [ -n "$uv" ]; then
    if uv_install uv "$@"; then
      return 0
    fi
    say "uv did not manage that; trying pip."
    uv=
  fi
  pip_install "$@"
}

# Succeeds if pip would bring CUDA with PyTorch: PyTorch's own list of requirements tells, without
# a download.
brings_cuda() {
  [ "$(uname -s)" = Linux ] || return 1
  "$python" -m pip install --quiet --disable-pip-version-check -c constraints.txt \
    --dry-run --no-deps --ignore-installed --report - torch 2>/dev/null |
    grep -Eq '"(nvidia-|cuda-|triton)'
}

# Succeeds if PyTorch is there already, in the version of constraints.txt.
has_torch() {
  "$python" -c 'from importlib.metadata import version
assert "torch==" + version("torch").split("+")[0] in open("constraints.txt").read().split()' 2>/dev/null
}

# $1 is a uv.
torch_by_uv() {
  uv_install "$1" --torch-backend=cpu torch
}

install_torch() {
  if has_torch; then
    return 0
  fi
  if [ -n "$uv" ]; then
    say "Installing PyTorch for the CPU with uv (some 200 MB to download)."
    if torch_by_uv uv; then
      return 0
    fi
    say "uv could not get PyTorch's CPU build; trying pip."
  fi
  if ! brings_cuda; then
    say "Installing PyTorch with pip."
    pip_install torch && return 0
    [ "$torch" = auto ] || return 1
    say "PyTorch could not be installed."
  else
    if [ -z "$uv" ]; then
      say "pip would bring some 3 GB of CUDA libraries with PyTorch, which the course never uses."
      say "Trying uv, which knows PyTorch's builds without CUDA; it is installed in $venv only."
      if pip_install uv && torch_by_uv "$venv/bin/uv"; then
        return 0
      fi
    fi
    if [ "$torch" = yes ]; then
      say "Installing PyTorch with pip, with its CUDA libraries: some 3 GB to download."
      pip_install torch
      return
    fi
    say "PyTorch's build without CUDA could not be had."
  fi
  say "Going on without PyTorch: the course compares with recorded values instead, and says so."
  say "To take it all the same, with its CUDA libraries: make lab TORCH=yes"
}

if [ "$torch" != no ]; then
  install_torch
fi
if [ "$kind" = test ]; then
  say "Installing the course, JupyterLab and the test tools in $venv."
else
  say "Installing the course and JupyterLab in $venv."
fi
install -e ".[$extras]"

# JupyterLab asks in its first minute whether it may show news; nobody came for that.
"$venv/bin/jupyter" labextension disable --level=sys_prefix \
  "@jupyterlab/apputils-extension:announcements" >/dev/null 2>&1 || true

[ "$old_much" -lt "$much" ] || much=$old_much
if has_torch; then rank=2; fi
printf '%s %s %s\n%s\n' "$key" "$much" "$rank" "$here" >"$stamp"
say "The environment in $venv is ready."
