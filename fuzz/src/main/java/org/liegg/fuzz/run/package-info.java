/**
 * Runs over inputs, and the promise that each is held to: an answer, or an error of one printable
 * line with a code, within bounds of time and memory, with no file written and no foreign class
 * initialised. What is fed follows from a target, a seed and a number alone, so that every fault
 * can be made again.
 */
@NullMarked
package org.liegg.fuzz.run;

import org.jspecify.annotations.NullMarked;
