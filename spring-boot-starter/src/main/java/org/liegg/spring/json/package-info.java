/** Reports in the answers of controllers, as the module {@code report} writes them. */
@NullMarked
package org.liegg.spring.json;

import org.jspecify.annotations.NullMarked;
