/**
 * Extractions whose samples are rows of a Spark dataset: the rounds of an extraction in parts as
 * jobs, each part a task. What is summed, and how sums are added, is said elsewhere; here is where
 * rows come from, how model and plans reach executors, and in which order states are merged.
 */
@NullMarked
package org.liegg.spark;

import org.jspecify.annotations.NullMarked;
