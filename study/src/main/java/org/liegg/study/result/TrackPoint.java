package org.liegg.study.result;

/**
 * A network in the middle of its training.
 *
 * @param epoch epochs done; 0 is before the first
 * @param findings what was found
 */
public record TrackPoint(int epoch, Findings findings) {}
