package org.liegg.api.report;

/**
 * The samples.
 *
 * @param path where the samples came from
 * @param sha256 SHA-256 of the source, lower-case hexadecimal
 * @param samples samples in the source; those read, where the source does not say
 * @param used samples that went into the result
 */
public record Data(String path, String sha256, long samples, long used) {}
