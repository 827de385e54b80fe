//! Recordings decoded again, by a decoder that knows nothing of the encoders.

use std::io::{Cursor, ErrorKind};

use symphonia::core::audio::{Channels, SampleBuffer};
use symphonia::core::codecs::{Decoder, DecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::{MetadataOptions, MetadataRevision};
use symphonia::core::probe::{Hint, ProbeResult};

/// What is heard in a file, and its tags as they are written.
pub(super) struct Decoded {
    /// Frame by frame, of each a sample for every channel.
    samples: Vec<f32>,
    /// How many channels there are.
    pub(super) count: usize,
    pub(super) tags: Vec<(String, String)>,
}

impl Decoded {
    /// Decodes the whole file; every packet must be without fault.
    pub(super) fn from(file: &[u8]) -> Self {
        let source = Box::new(Cursor::new(file.to_vec()));
        let stream = MediaSourceStream::new(source, MediaSourceStreamOptions::default());
        let (format, meta) = (FormatOptions::default(), MetadataOptions::default());
        let probe = symphonia::default::get_probe();
        let mut found = probe.format(&Hint::new(), stream, &format, &meta).expect("a known format");
        let tags = tags(&mut found);
        let track = found.format.default_track().expect("there is sound");
        assert_eq!(track.codec_params.sample_rate, Some(48_000));
        let codecs = symphonia::default::get_codecs();
        let options = DecoderOptions { verify: true };
        let mut decoder = codecs.make(&track.codec_params, &options).expect("a known codec");
        let count = track.codec_params.channels.map_or(1, Channels::count);
        let samples = samples(found.format.as_mut(), decoder.as_mut());
        assert_ne!(decoder.finalize().verify_ok, Some(false), "what is heard is what was written");
        Self { samples, count, tags }
    }

    /// Every sample of every channel.
    pub(super) fn all(&self) -> &[f32] {
        &self.samples
    }

    /// How many frames there are.
    pub(super) fn frames(&self) -> usize {
        self.samples.len() / self.count
    }

    /// Every frame as one sample: what is in the middle, as it was alone.
    pub(super) fn as_one(&self) -> impl ExactSizeIterator<Item = f32> {
        let evenly = (self.count as f32).sqrt().recip();
        self.samples.chunks(self.count).map(move |frame| evenly * frame.iter().sum::<f32>())
    }

    /// The frames at which sound begins after a quarter of a second without any.
    pub(super) fn onsets(&self) -> Vec<u64> {
        const QUIET: f32 = 0.002;
        let mut onsets = Vec::new();
        let mut silent_from = None;
        for (frame, _) in self.as_one().enumerate().filter(|(_, it)| it.abs() > QUIET) {
            if silent_from.is_none_or(|from| frame - from > 12_000) {
                onsets.push(frame as u64);
            }
            silent_from = Some(frame);
        }
        onsets
    }
}

fn tags(found: &mut ProbeResult) -> Vec<(String, String)> {
    let raw = |revision: &MetadataRevision| {
        let tags = revision.tags().iter();
        tags.map(|tag| (tag.key.clone(), tag.value.to_string())).collect::<Vec<_>>()
    };
    let mut ahead = found.metadata.get();
    let ahead = ahead.as_mut().and_then(|it| it.skip_to_latest().map(raw));
    ahead.unwrap_or_else(|| found.format.metadata().skip_to_latest().map_or(Vec::new(), raw))
}

fn samples(format: &mut dyn FormatReader, decoder: &mut dyn Decoder) -> Vec<f32> {
    let mut samples = Vec::new();
    loop {
        let packet = match format.next_packet() {
            Ok(packet) => packet,
            Err(Error::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => break,
            Err(error) => panic!("the file is not whole: {error}"),
        };
        let sound = decoder.decode(&packet).expect("every packet is sound");
        let mut block = SampleBuffer::<f32>::new(sound.capacity() as u64, *sound.spec());
        block.copy_interleaved_ref(sound);
        samples.extend_from_slice(block.samples());
    }
    // It is kept until the last test has ended.
    samples.shrink_to_fit();
    samples
}
