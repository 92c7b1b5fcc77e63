/** The process that runs analyses, one after the other. */
@NullMarked
package org.liegg.service.worker;

import org.jspecify.annotations.NullMarked;
