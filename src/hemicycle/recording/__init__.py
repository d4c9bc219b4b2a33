"""The format of a recording on disk, which `recorder` writes and `archive` reads.

A recording is one directory a meeting. Names and shapes of its files never change:

    tracks/index.jsonl      which file holds what, and when (`index`)
    tracks/*.mkv            what was sent, as it came, one stream a file (`matroska`)
    segments/*.segment      finished pieces of the video, encoded (`segments`)
    composed/video.mp4      the video with all sounds and subtitles
    composed/sound-*.m4a    each sound of the video alone
    composed/timeline.json  which time of the meeting is where in the video (`timeline`)
    composed/chapters.json  the chapters of the video (`contents`)
    composed/status.json    how much of the video is made (`status`)
    composed/lock           locked by whoever composes (`paths`)
"""
