/** What all of a service speaks: its errors and its names. */
@NullMarked
package org.liegg.service.base;

import org.jspecify.annotations.NullMarked;
