"""Records a meeting (`capture`, in the server) and makes its video (`compose`, in a process of its
own)."""
