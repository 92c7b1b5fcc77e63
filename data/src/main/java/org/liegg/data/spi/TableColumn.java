package org.liegg.data.spi;

import java.util.Optional;

/**
 * One column of a table.
 *
 * @param name what the file calls it
 * @param objection what its cells hold in place of numbers, e.g. {@code text}; empty where they are
 *     numbers
 */
public record TableColumn(String name, Optional<String> objection) {}
