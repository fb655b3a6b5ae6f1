/** Functions of the ribbon's buttons. There are none yet: the ribbon only opens the task pane. */
void Office.onReady();
