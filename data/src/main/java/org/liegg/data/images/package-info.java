/**
 * PNG and JPEG images as samples, one or a folder of them: rows × columns, and × channels where
 * there are several. Values are those of the file, 0 to 255 (65535 where a channel has 16 bits).
 */
@NullMarked
package org.liegg.data.images;

import org.jspecify.annotations.NullMarked;
