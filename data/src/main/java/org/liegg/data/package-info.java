/**
 * Files of samples as {@link org.liegg.api.Dataset}s: .npy, .npz, .csv and IDX, each plain or
 * gzipped, recognised by what is in them, streamed through buffers whose size does not depend on
 * the number of samples; and {@link org.liegg.data.NpyWriter}, which writes samples back. Numbers
 * come out as doubles, finite or not at all. Nothing here scales, shuffles or otherwise changes a
 * value, and nothing here knows models or symmetries.
 */
@NullMarked
package org.liegg.data;

import org.jspecify.annotations.NullMarked;
