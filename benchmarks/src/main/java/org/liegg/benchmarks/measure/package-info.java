/**
 * What the defect measure is judged by: functions and networks whose symmetries are known, with
 * exact Jacobians; the counts that the product and other rules give of them ({@code MeasureTable});
 * and how often the gate is wrong on few samples ({@code SmallSampleGates}). Everything is seeded
 * and made here, from nothing but this project.
 */
@NullMarked
package org.liegg.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
