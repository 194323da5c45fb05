using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace OrchardSite.Caching;

/// <summary>Takes an answer's body in, so that it can be kept, compared and measured before it is sent. One that is longer than what is kept passes through.</summary>
/// <param name="original">Where it is to go.</param>
/// <param name="longest">How long a body may become, in bytes.</param>
internal sealed class CapturedBody(IHttpResponseBodyFeature original, int longest) : Stream
{
    private readonly ArrayBufferWriter<byte> _taken = new();

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Taken => _taken.WrittenMemory;

    /// <summary>Whether it was too long and is being sent already.</summary>
    public bool HasPassed { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Takes(buffer))
            return;
        original.Writer.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        if (HasPassed)
            await original.Writer.FlushAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // A page is sent whole: only what passes through has something to flush.
    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (HasPassed)
            await original.Writer.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private bool Takes(ReadOnlySpan<byte> buffer)
    {
        if (!HasPassed && _taken.WrittenCount + buffer.Length <= longest)
        {
            _taken.Write(buffer);
            return true;
        }

        if (!HasPassed)
        {
            HasPassed = true;
            original.Writer.Write(_taken.WrittenSpan);
        }

        return false;
    }
}
