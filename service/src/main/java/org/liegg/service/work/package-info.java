/** The queue of analyses, and the processes that work it off. */
@NullMarked
package org.liegg.service.work;

import org.jspecify.annotations.NullMarked;
