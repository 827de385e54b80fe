//! Recordings decoded again, by a decoder that knows nothing of the encoders.

use std::io::Cursor;

use symphonia::core::codecs::audio::AudioDecoderOptions;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;

/// The samples of a file, and its tags as they are written.
pub(super) struct Decoded {
    pub(super) samples: Vec<f32>,
    pub(super) tags: Vec<(String, String)>,
}

impl Decoded {
    /// Decodes the whole file; every packet must be without fault.
    pub(super) fn from(file: &[u8]) -> Self {
        let source = Box::new(Cursor::new(file.to_vec()));
        let stream = MediaSourceStream::new(source, MediaSourceStreamOptions::default());
        let (format, meta) = (FormatOptions::default(), MetadataOptions::default());
        let probe = symphonia::default::get_probe();
        let mut reader = probe.probe(&Hint::new(), stream, format, meta).expect("a known format");
        let tags = reader.metadata().skip_to_latest().map_or(Vec::new(), |metadata| {
            let tags = metadata.media.tags.iter();
            tags.map(|tag| (tag.raw.key.clone(), tag.raw.value.to_string())).collect()
        });
        let track = reader.default_track(TrackType::Audio).expect("there is sound");
        let parameters = track.codec_params.as_ref().and_then(|it| it.audio()).expect("of a codec");
        assert_eq!(parameters.sample_rate, Some(48_000));
        let options = AudioDecoderOptions::default();
        let codecs = symphonia::default::get_codecs();
        let mut decoder = codecs.make_audio_decoder(parameters, &options).expect("a known codec");
        let mut samples = Vec::new();
        let mut block: Vec<f32> = Vec::new();
        while let Some(packet) = reader.next_packet().expect("the file is whole") {
            let sound = decoder.decode(&packet).expect("every packet is sound");
            sound.copy_to_vec_interleaved(&mut block);
            samples.append(&mut block);
        }
        Self { samples, tags }
    }

    /// The frames at which sound begins after a quarter of a second without any.
    pub(super) fn onsets(&self) -> Vec<u64> {
        const QUIET: f32 = 0.002;
        let mut onsets = Vec::new();
        let mut silent_from = None;
        for (frame, _) in self.samples.iter().enumerate().filter(|(_, it)| it.abs() > QUIET) {
            if silent_from.is_none_or(|from| frame - from > 12_000) {
                onsets.push(frame as u64);
            }
            silent_from = Some(frame);
        }
        onsets
    }
}
