# Turns the output of `go test -bench` into one tab-separated line a figure: name, value, unit, ratio, against what.
# A sub-benchmark called against=WHAT is the yardstick of its benchmark: the other figures of the same benchmark
# and unit are divided by it. Where there is no yardstick the last two columns hold a hyphen. Last come the times
# that nineteen turns of twenty stayed under (p95-ms): what a clerk waits for.
#
#     BenchmarkSave/book-2                1000   200 ns/op          Save/book                 200   ns/op   2.00   raw write
#     BenchmarkSave/against=raw_write-2   2000   100 ns/op          Save/against=raw_write    100   ns/op   1.00   raw write

/^pkg: / { package = $2; sub(/^[^\/]*\//, "", package) }

/^Benchmark/ && NF >= 4 {
	name = $1
	sub(/^Benchmark/, "", name)
	sub(/-[0-9]+$/, "", name)
	family = name
	sub(/\/.*/, "", family)
	for (i = 3; i < NF; i += 2) {
		figures++
		names[figures] = package "." name
		values[figures] = $i
		units[figures] = $(i + 1)
		families[figures] = package "." family SUBSEP $(i + 1)
		if (match(name, /against=[^\/]+/)) {
			yardstick[families[figures]] = $i
			what = substr(name, RSTART + 8, RLENGTH - 8)
			gsub(/_/, " ", what)
			against[families[figures]] = what
		}
	}
	next
}

/^(--- FAIL|FAIL|panic:)/ { print > "/dev/stderr" }

END {
	for (last = 0; last <= 1; last++) {
		for (i = 1; i <= figures; i++) {
			if ((units[i] == "p95-ms") == last) {
				line(i)
			}
		}
	}
}

function line(i,    family, ratio, what) {
	family = families[i]
	if (yardstick[family] > 0) {
		ratio = sprintf("%.2f", values[i] / yardstick[family])
		what = against[family]
	} else {
		ratio = what = "-"
	}
	print names[i] "\t" values[i] "\t" units[i] "\t" ratio "\t" what
}
