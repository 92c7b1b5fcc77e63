/**
 * What a service keeps: files under the hash of their bytes, analyses and reports in a database.
 */
@NullMarked
package org.liegg.service.store;

import org.jspecify.annotations.NullMarked;
