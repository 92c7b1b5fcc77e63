/**
 * Studies: a grid of networks, each trained and each extracted, to see which of them learn a
 * symmetry. A {@link org.liegg.study.spec.StudySpec} says what, {@link org.liegg.study.Study} does
 * it and keeps every finished cell, and a {@link org.liegg.study.result.StudyResult} is what came
 * out. Networks are trained in {@link org.liegg.study.network}; how symmetries are extracted lives
 * in other modules.
 */
@NullMarked
package org.liegg.study;

import org.jspecify.annotations.NullMarked;
