package org.liegg.data.spi;

/** What a file of samples holds. */
public sealed interface Content permits ArrayContent, TableContent {}
