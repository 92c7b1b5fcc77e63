package org.liegg.client;

/**
 * An engine, decomposition, action or group that a service knows.
 *
 * @param kind which of them
 * @param name its name
 * @param version version of its jar
 * @param jar the jar it came from, without its folder
 * @param usage how it is used
 * @param available whether it works there
 * @param detail what it says of that
 */
public record ServicePlugin(
    String kind,
    String name,
    String version,
    String jar,
    String usage,
    boolean available,
    String detail) {}
