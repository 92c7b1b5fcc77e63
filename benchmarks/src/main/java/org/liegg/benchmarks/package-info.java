/**
 * Measurements: JMH benchmarks of the stages against named baselines, and runs of the whole command
 * as a process. Nothing here is part of the product; figures go to {@code docs/benchmarks.md} as
 * ratios within one run.
 */
@NullMarked
package org.liegg.benchmarks;

import org.jspecify.annotations.NullMarked;
