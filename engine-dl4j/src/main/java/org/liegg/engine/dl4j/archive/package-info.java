/**
 * Untrusted files: {@link org.liegg.engine.dl4j.archive.ModelArchive} opens one within limits and
 * hands out its two entries, and configurations are mapped to Deeplearning4j's classes only where
 * every class they name is on the list. {@link org.liegg.engine.dl4j.archive.FlatGraphFile} does so
 * for graphs of SameDiff. Nothing is deserialised.
 */
@NullMarked
package org.liegg.engine.dl4j.archive;

import org.jspecify.annotations.NullMarked;
