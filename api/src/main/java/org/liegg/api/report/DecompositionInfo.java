package org.liegg.api.report;

import org.liegg.api.Accuracy;

/**
 * How the spectrum was computed.
 *
 * @param name the decomposition's name
 * @param accuracy its accuracy class
 * @param detail what did the work, e.g. which native library
 */
public record DecompositionInfo(String name, Accuracy accuracy, String detail) {}
