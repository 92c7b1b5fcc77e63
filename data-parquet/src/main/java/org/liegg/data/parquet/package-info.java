/**
 * Parquet files, and folders of them, as tables of samples. Apache's parquet-column decodes the
 * pages; files, row groups and compression are read here, so that nothing of Hadoop is needed.
 */
@NullMarked
package org.liegg.data.parquet;

import org.jspecify.annotations.NullMarked;
