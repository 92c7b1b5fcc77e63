/** The pages of the service as people meet them: in a browser, over a service that runs. */
@NullMarked
package org.liegg.service.browser;

import org.jspecify.annotations.NullMarked;
