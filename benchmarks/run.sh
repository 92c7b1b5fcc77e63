#!/usr/bin/env bash
# Whole commands against PyTorch (Debian's python3-torch, where it is installed), and the machine's limit:
# the table of docs/benchmarks.md. Needs python3 with NumPy; on a quiet machine.
#   benchmarks/run.sh [REPEATS]
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
[ -d benchmarks/target/lib ] || mvn -B -q -DskipTests package -pl benchmarks -am
./liegg --version > /dev/null
work=benchmarks/target/whole-commands
mkdir -p "$work"
"$python" benchmarks/whole_commands.py ./liegg benchmarks/target/lib "$work" "${1:-3}"
echo
echo "The machine's limit: a product of matrices of order 2000 in double precision, 16·10⁹ operations, on one thread and on two:"
java -cp 'benchmarks/target/lib/*' org.openjdk.jmh.Main RateBenchmark -wi 2 -i 5 2> /dev/null | tail -n 3
