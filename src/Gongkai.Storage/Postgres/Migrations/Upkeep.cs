using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>Since when nobody looked at items, the links to elsewhere, checks of the whole site, and which process does background work.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261126053000_Upkeep")]
internal sealed class Upkeep : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>(
            name: "FreshUtc",
            table: "Lists",
            nullable: true);

        // As the rows are written from now on: what is public and not repealed. Nobody has looked at anything yet.
        migrationBuilder.Sql("""
            UPDATE "Lists" SET "FreshUtc" = COALESCE("PublishedUtc", "ModifiedUtc")
            WHERE "PublishedVersionId" IS NOT NULL AND ("States" & 16) = 0 AND ("ContentType" <> 'DisclosureEntry'
                OR EXISTS (SELECT 1 FROM "Versions" WHERE "VersionId" = "PublishedVersionId" AND ("Json"::jsonb #>> '{DisclosureEntry,DisclosureMode,Text}') = '主动公开'))
            """);

        migrationBuilder.CreateTable(
            name: "Looks",
            columns: table => new
            {
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                VersionId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                UserName = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                AtUtc = table.Column<DateTime>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Looks", x => x.ContentItemId));

        migrationBuilder.CreateTable(
            name: "Leases",
            columns: table => new
            {
                Name = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Holder = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                UntilUtc = table.Column<DateTime>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Leases", x => x.Name));

        migrationBuilder.CreateTable(
            name: "OutsideLinks",
            columns: table => new
            {
                Id = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Address = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                State = table.Column<int>(nullable: false),
                Status = table.Column<int>(nullable: false),
                Reason = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                LookedUtc = table.Column<DateTime>(nullable: true),
                NextUtc = table.Column<DateTime>(nullable: false),
                FailingSince = table.Column<DateOnly>(nullable: true),
                FailedOn = table.Column<DateOnly>(nullable: true),
                FailedDays = table.Column<int>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_OutsideLinks", x => x.Id));

        migrationBuilder.CreateTable(
            name: "OutsideLinkUses",
            columns: table => new
            {
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                LinkId = table.Column<string>(collation: PostgresContext.Collation, nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_OutsideLinkUses", x => new { x.ContentItemId, x.LinkId }));

        migrationBuilder.CreateTable(
            name: "SiteChecks",
            columns: table => new
            {
                Id = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Owner = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                StartedUtc = table.Column<DateTime>(nullable: false),
                UpdatedUtc = table.Column<DateTime>(nullable: false),
                State = table.Column<int>(nullable: false),
                Position = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Items = table.Column<int>(nullable: false),
                Passed = table.Column<int>(nullable: false),
                Findings = table.Column<int>(nullable: false),
                Failed = table.Column<int>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_SiteChecks", x => x.Id));

        migrationBuilder.CreateTable(
            name: "SiteFindings",
            columns: table => new
            {
                RunId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Number = table.Column<int>(nullable: false),
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ContentType = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                VersionId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Title = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                CheckName = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                IsBlocking = table.Column<bool>(nullable: false),
                Path = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Label = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                File = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Line = table.Column<int>(nullable: false),
                Message = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                MessageValues = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Excerpt = table.Column<string>(collation: PostgresContext.Collation, nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_SiteFindings", x => new { x.RunId, x.Number }));

        migrationBuilder.CreateIndex(
            name: "IX_Lists_ContentType_FreshUtc_ContentItemId_Maker_LatestKey",
            table: "Lists",
            columns: ["ContentType", "FreshUtc", "ContentItemId", "Maker", "LatestKey"]);

        migrationBuilder.CreateIndex(
            name: "IX_OutsideLinks_NextUtc",
            table: "OutsideLinks",
            column: "NextUtc");

        migrationBuilder.CreateIndex(
            name: "IX_OutsideLinks_FailedDays_FailingSince",
            table: "OutsideLinks",
            columns: ["FailedDays", "FailingSince"]);

        migrationBuilder.CreateIndex(
            name: "IX_OutsideLinkUses_LinkId",
            table: "OutsideLinkUses",
            column: "LinkId");

        migrationBuilder.CreateIndex(
            name: "IX_SiteFindings_RunId_CheckName_IsBlocking_Number",
            table: "SiteFindings",
            columns: ["RunId", "CheckName", "IsBlocking", "Number"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "SiteFindings");
        migrationBuilder.DropTable(name: "SiteChecks");
        migrationBuilder.DropTable(name: "OutsideLinkUses");
        migrationBuilder.DropTable(name: "OutsideLinks");
        migrationBuilder.DropTable(name: "Leases");
        migrationBuilder.DropTable(name: "Looks");
        migrationBuilder.DropIndex(name: "IX_Lists_ContentType_FreshUtc_ContentItemId_Maker_LatestKey", table: "Lists");
        migrationBuilder.DropColumn(name: "FreshUtc", table: "Lists");
    }
}
