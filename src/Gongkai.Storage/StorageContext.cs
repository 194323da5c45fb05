using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>The schema, which is the same on every engine, and what each engine does in its own way.</summary>
internal abstract class StorageContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<RouteRow> Routes => Set<RouteRow>();

    public DbSet<AliasRow> Aliases => Set<AliasRow>();

    public DbSet<TermRow> Terms => Set<TermRow>();

    public DbSet<ReferenceRow> References => Set<ReferenceRow>();

    public DbSet<ScheduleRow> Schedules => Set<ScheduleRow>();

    public DbSet<HtmlRow> Html => Set<HtmlRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<SearchCountRow> SearchCounts => Set<SearchCountRow>();

    public DbSet<WorkingCopyRow> WorkingCopies => Set<WorkingCopyRow>();

    public DbSet<ListRow> Lists => Set<ListRow>();

    public DbSet<CountedRow> Counted => Set<CountedRow>();

    public DbSet<DeskJobRow> DeskJobs => Set<DeskJobRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    public DbSet<ErrorReportRow> ErrorReports => Set<ErrorReportRow>();

    public DbSet<UsefulCountRow> UsefulCounts => Set<UsefulCountRow>();

    public DbSet<ReviewStepRow> ReviewSteps => Set<ReviewStepRow>();

    public DbSet<ReviewStateRow> ReviewStates => Set<ReviewStateRow>();

    public DbSet<OwedHalfRow> OwedHalves => Set<OwedHalfRow>();

    public DbSet<DeputyRow> Deputies => Set<DeputyRow>();

    public DbSet<LookRow> Looks => Set<LookRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<OutsideLinkRow> OutsideLinks => Set<OutsideLinkRow>();

    public DbSet<OutsideLinkUseRow> OutsideLinkUses => Set<OutsideLinkUseRow>();

    public DbSet<SiteCheckRow> SiteChecks => Set<SiteCheckRow>();

    public DbSet<SiteFindingRow> SiteFindings => Set<SiteFindingRow>();

    public DbSet<FormerRouteRow> FormerRoutes => Set<FormerRouteRow>();

    public DbSet<WithdrawalRow> Withdrawals => Set<WithdrawalRow>();

    public DbSet<AuditRow> AuditTrail => Set<AuditRow>();

    public DbSet<AuditEndRow> AuditEnds => Set<AuditEndRow>();

    /// <summary>Begins as the only writer of the database, whatever process the others are in.</summary>
    public abstract Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that only reads: all its queries see one moment.</summary>
    public abstract Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken);

    /// <summary>Inserts many rows of a table without a round trip for each: the write transaction is so much shorter.</summary>
    public abstract Task InsertManyAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class;

    /// <summary>Inserts rows that are given by their values, some or all columns of a table.</summary>
    public abstract Task InsertManyAsync(IEntityType table, IReadOnlyList<IProperty> columns, IReadOnlyCollection<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>What the engine itself finds wrong, each a message in Simplified Chinese.</summary>
    public abstract Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<VersionRow>(version =>
        {
            version.HasKey(row => row.Key);
            version.Property(row => row.Key).ValueGeneratedNever();
            version.HasIndex(row => row.VersionId).IsUnique();
            version.HasIndex(row => new { row.ContentItemId, row.Published, row.Latest });
            version.HasIndex(row => new { row.ContentType, row.Published, row.ContentItemId });
            version.HasIndex(row => new { row.ContentType, row.Latest, row.ContentItemId });
        });
        modelBuilder.Entity<RouteRow>(route =>
        {
            route.HasKey(row => row.Path);
            route.HasIndex(row => row.ContentItemId);
        });
        modelBuilder.Entity<AliasRow>(alias =>
        {
            alias.HasKey(row => row.Alias);
            alias.HasIndex(row => row.ContentItemId);
        });
        modelBuilder.Entity<TermRow>(term =>
        {
            term.HasKey(row => new { row.VersionKey, row.TaxonomyId, row.TermId });
            term.HasIndex(row => new { row.TaxonomyId, row.TermId });
            term.HasOne<VersionRow>().WithMany().HasForeignKey(row => row.VersionKey);
        });
        modelBuilder.Entity<ReferenceRow>(reference =>
        {
            reference.HasKey(row => new { row.VersionKey, row.TargetId });
            reference.HasIndex(row => row.TargetId);
            reference.HasOne<VersionRow>().WithMany().HasForeignKey(row => row.VersionKey);
        });
        modelBuilder.Entity<ScheduleRow>(schedule =>
        {
            schedule.HasKey(row => new { row.VersionKey, row.Action });
            schedule.HasIndex(row => row.DueUtc);
            schedule.HasOne<VersionRow>().WithMany().HasForeignKey(row => row.VersionKey);
        });
        modelBuilder.Entity<HtmlRow>(html =>
        {
            html.HasKey(row => row.VersionKey);
            html.Property(row => row.VersionKey).ValueGeneratedNever();
            html.HasOne<VersionRow>().WithOne().HasForeignKey<HtmlRow>(row => row.VersionKey);
        });
        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.HasKey(row => row.Sequence);
            change.Property(row => row.Sequence).ValueGeneratedNever();
            change.HasIndex(row => new { row.Subject, row.Sequence });
        });
        modelBuilder.Entity<CounterRow>().HasKey(row => row.Name);
        modelBuilder.Entity<DocumentRow>().HasKey(row => row.Name);
        modelBuilder.Entity<DefinitionRow>().HasKey(row => new { row.Sort, row.Name });
        modelBuilder.Entity<AccountRow>(account =>
        {
            account.HasKey(row => row.Id);
            account.HasIndex(row => row.NormalizedName).IsUnique();
            account.HasIndex(row => row.ExternalId).IsUnique();
        });
        modelBuilder.Entity<SearchCountRow>().HasKey(row => new { row.Day, row.Query, row.Position });
        modelBuilder.Entity<WorkingCopyRow>(copy =>
        {
            copy.HasKey(row => new { row.UserName, row.ContentItemId });
            copy.HasIndex(row => row.ContentItemId);
        });
        modelBuilder.Entity<ListRow>(list =>
        {
            list.HasKey(row => row.ContentItemId);
            list.HasIndex(row => new { row.ContentType, row.ModifiedUtc, row.ContentItemId, row.States });
            // What is overdue, and whose it is, is found in it alone.
            list.HasIndex(row => new { row.ContentType, row.FreshUtc, row.ContentItemId, row.Maker, row.LatestKey });
        });
        modelBuilder.Entity<LookRow>().HasKey(row => row.ContentItemId);
        modelBuilder.Entity<LeaseRow>().HasKey(row => row.Name);
        modelBuilder.Entity<OutsideLinkRow>(link =>
        {
            link.HasKey(row => row.Id);
            link.HasIndex(row => row.NextUtc);
            link.HasIndex(row => new { row.FailedDays, row.FailingSince });
        });
        modelBuilder.Entity<OutsideLinkUseRow>(use =>
        {
            use.HasKey(row => new { row.ContentItemId, row.LinkId });
            use.HasIndex(row => row.LinkId);
        });
        modelBuilder.Entity<SiteCheckRow>().HasKey(row => row.Id);
        modelBuilder.Entity<SiteFindingRow>(finding =>
        {
            finding.HasKey(row => new { row.RunId, row.Number });
            finding.HasIndex(row => new { row.RunId, row.CheckName, row.IsBlocking, row.Number });
        });
        modelBuilder.Entity<CountedRow>(counted =>
        {
            counted.HasKey(row => row.ContentItemId);
            counted.HasIndex(row => new { row.ContentType, row.Day });
        });
        modelBuilder.Entity<FormerRouteRow>(route =>
        {
            route.HasKey(row => row.Path);
            route.HasIndex(row => row.ContentItemId);
        });
        modelBuilder.Entity<WithdrawalRow>().HasKey(row => row.ContentItemId);
        modelBuilder.Entity<DeskJobRow>(job =>
        {
            job.HasKey(row => row.Id);
            job.HasIndex(row => new { row.Owner, row.Kind, row.CreatedUtc });
        });
        modelBuilder.Entity<SubscriptionRow>(subscription =>
        {
            subscription.HasKey(row => row.Id);
            subscription.HasIndex(row => new { row.AddressHash, row.List, row.Query }).IsUnique();
            subscription.HasIndex(row => new { row.IsConfirmed, row.Rhythm, row.DigestUtc });
        });
        modelBuilder.Entity<OutboxRow>(mail =>
        {
            mail.HasKey(row => row.Id);
            mail.HasIndex(row => new { row.IsFailed, row.NextUtc });
            mail.HasIndex(row => row.SubjectId);
        });
        modelBuilder.Entity<SecretRow>().HasKey(row => row.Name);
        modelBuilder.Entity<ErrorReportRow>(report =>
        {
            report.HasKey(row => row.Id);
            report.HasIndex(row => new { row.ClosedUtc, row.TimeUtc });
            report.HasIndex(row => row.ContentItemId);
        });
        modelBuilder.Entity<UsefulCountRow>().HasKey(row => new { row.Day, row.ContentItemId });
        modelBuilder.Entity<ReviewStepRow>(step =>
        {
            step.HasKey(row => new { row.ContentItemId, row.Number });
            step.HasIndex(row => row.AtUtc);
        });
        modelBuilder.Entity<ReviewStateRow>(state =>
        {
            state.HasKey(row => row.ContentItemId);
            state.HasIndex(row => row.SinceUtc);
        });
        modelBuilder.Entity<OwedHalfRow>().HasKey(row => row.ContentItemId);
        modelBuilder.Entity<DeputyRow>().HasKey(row => row.Id);
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.HasKey(row => row.Sequence);
            audit.Property(row => row.Sequence).ValueGeneratedNever();
            audit.HasIndex(row => new { row.ContentItemId, row.Sequence });
            audit.HasIndex(row => new { row.User, row.Sequence });
            audit.HasIndex(row => new { row.Action, row.Sequence });
            audit.HasIndex(row => row.TimeUtc);
        });
        modelBuilder.Entity<AuditEndRow>(end =>
        {
            end.HasKey(row => row.Id);
            end.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
